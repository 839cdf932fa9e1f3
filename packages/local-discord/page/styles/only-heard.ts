import { css } from 'lit';

/** Hides what is there for screen readers alone. */
export const onlyHeard = css`
  .only-heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
