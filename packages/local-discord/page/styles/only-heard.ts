import { css } from 'lit';

/** Hides text that only screen readers are meant to read. */
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
