import { css } from 'lit';

/** Declarations that hide text from view but not from screen readers. */
export const hiddenFromView = css`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

/** Hides text that only screen readers are meant to read. */
export const onlyHeard = css`
  .only-heard {
    ${hiddenFromView}
  }
`;
