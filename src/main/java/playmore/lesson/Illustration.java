package playmore.lesson;

import java.util.List;
import playmore.output.Jar;
import playmore.output.Picture;
import playmore.svg.Svg;

/** Drawings made by hand for what no library draws. */
public final class Illustration {

    private static final List<String> NAMES = List.of("neuron", "network");
    private static final List<String> DESCRIPTIONS = List.of("A neuron: the inputs x1, x2 and x3 come in, each times its"
            + " weight; the cell body adds them up, and a bias b; the sum n goes through the activation function, and the"
            + " output o goes out.", "A network: three inputs, two hidden layers of four neurons each, and one output; each"
            + " neuron is joined to all of the layer before.");

    private Illustration() {}

    /**
     * Shows a drawing: the model of a neuron ({@code "neuron"}, lecture 0:52:52) or the lecture's network of layers of 4,
     * 4 and 1 neurons ({@code "network"}, 1:43:55).
     *
     * @throws IllegalArgumentException if there is no such drawing
     */
    public static Picture illustration(String name) {
        if (name == null || !NAMES.contains(name)) {
            throw new IllegalArgumentException("There is no illustration \"" + name + "\"; there are "
                    + String.join(", ", NAMES));
        }
        String svg = Jar.text(Illustration.class, name + ".svg");
        return Picture.of(name, DESCRIPTIONS.get(NAMES.indexOf(name)), Svg.file(Svg.parse(svg)));
    }
}
