/**
 * The command, {@link playmore.Main}, and a package for each concern. Each package knows only those above it in
 * this list:
 *
 * <ul>
 *   <li>{@link playmore.launch}: starts the command, or says why this Java cannot
 *   <li>{@link playmore.engine}: values, networks, gradients
 *   <li>{@link playmore.tape}: expressions recorded once and replayed fast
 *   <li>{@link playmore.explain}: how a gradient came about, in mathematics and words
 *   <li>{@link playmore.svg}: what all pictures share
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
