/**
 * The real PyTorch, called from Java, to compare with; where it is there.
 *
 * <ul>
 *   <li>{@link playmore.pytorch.PyTorch}: whether it is there, and where tensors come from
 *   <li>{@link playmore.pytorch.TorchNeuron}: the lecture's neuron, which chapter 13 shows and runs
 * </ul>
 *
 * Nothing else in the kit depends on it.
 */
package playmore.pytorch;
