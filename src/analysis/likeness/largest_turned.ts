/**
 * Up to how many kernels the branches of their tree are turned: the work is of the order of their
 * cube, half a second at most.
 */
export const LARGEST_TURNED = 2048;
