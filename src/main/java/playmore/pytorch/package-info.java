/**
 * The real PyTorch, called from Java for comparison, if it is installed.
 *
 * <ul>
 *   <li>{@link playmore.pytorch.PyTorch}: whether it is installed, and its tensors
 *   <li>{@link playmore.pytorch.Fetch}: fetches it in the background
 *   <li>{@link playmore.pytorch.TorchNeuron}: the lecture's neuron, which chapter 13 shows and runs
 *   <li>{@link playmore.pytorch.TorchMoons}: the training step of chapter 20, whose time chapter 22 compares
 *   <li>{@link playmore.pytorch.TorchOperation}: one operation at one number, for comparison in chapter 24
 * </ul>
 *
 * Nothing else in the kit depends on it.
 */
package playmore.pytorch;
