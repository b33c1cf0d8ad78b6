/**
 * The map of the program.
 *
 * <p><b>What a learner calls</b> at the prompt, by the static imports of {@code startup.jsh}: {@code Value} and {@code
 * MLP} of {@link playmore.engine}, the tape of {@link playmore.tape}, {@code explain}, {@code drawDot}, {@code print},
 * {@code show}, {@code plot}, {@code walk}, {@code live}, {@code film}, {@code playground}, {@code breakIt}, {@code
 * tangent} and {@code illustration}. Each makes an {@link playmore.output.Artifact} or prints text.
 *
 * <p><b>What runs the lecture.</b> {@link playmore.Main} reads the command. {@code run} and {@code play} read a {@link
 * playmore.replay.Script}, run its cells in a {@link playmore.replay.Run} and tell everything that happens as {@link
 * playmore.replay.Event}s. {@link playmore.terminal} shows the events, {@link playmore.notes} writes them down. {@code
 * shell} is the JDK's own tool on the same engine, {@link playmore.replay.LocalEngine}.
 *
 * <p><b>The packages.</b> Each package uses only those above it in this list:
 *
 * <ul>
 *   <li>{@link playmore.launch}: starts the command, or says why this Java cannot
 *   <li>{@link playmore.engine}: values, networks, gradients
 *   <li>{@link playmore.tape}: expressions recorded once and replayed fast
 *   <li>{@link playmore.explain}: how a gradient came about, in mathematics and words
 *   <li>{@link playmore.svg}: what all pictures share
 *   <li>{@link playmore.inline}: pictures between the lines of a terminal
 *   <li>{@link playmore.output}: where pictures and tables go
 *   <li>{@link playmore.draw}, {@link playmore.table}, {@link playmore.plot}: graphs, tables, plots
 *   <li>{@link playmore.lesson}: what single chapters need
 *   <li>{@link playmore.page}: pages of one file
 *   <li>{@link playmore.motion}: pages that move: gradients step by step, knobs to turn, films
 *   <li>{@link playmore.replay}: reads the scripts, runs them, tells what happens
 *   <li>{@link playmore.pytorch}: what the chapters need that compare with PyTorch
 *   <li>{@link playmore.terminal}: how that looks in a terminal
 *   <li>{@link playmore.notes}: what happened, as pages to keep
 *   <li>{@link playmore.play}: the lecture a cell at a time, with a prompt in between
 *   <li>{@link playmore.shell}: the JDK's jshell, with everything at hand
 * </ul>
 */
package playmore;
