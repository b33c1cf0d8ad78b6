/**
 * The real PyTorch, called from Java, to compare with; where it is there.
 *
 * <ul>
 *   <li>{@link playmore.pytorch.PyTorch}: whether it is there, and where tensors come from
 *   <li>{@link playmore.pytorch.Fetch}: fetches it while the learner reads other chapters
 *   <li>{@link playmore.pytorch.TorchNeuron}: the lecture's neuron, which chapter 13 shows and runs
 *   <li>{@link playmore.pytorch.TorchMoons}: the training step of chapter 20, whose time chapter 22 compares
 *   <li>{@link playmore.pytorch.TorchOperation}: one operation at one number, beside which chapter 24 holds a learner's own
 * </ul>
 *
 * Nothing else in the kit depends on it.
 */
package playmore.pytorch;
