package playmore.lesson;

import playmore.output.Jar;
import playmore.output.Picture;
import playmore.svg.Svg;

/** Drawings made by hand, of things that the drawing libraries of the kit cannot draw. */
public final class Illustration {

    private Illustration() {}

    /**
     * Shows a drawing: {@code "neuron"}, the model of a neuron (lecture 0:52:52), or {@code "network"}, the lecture's
     * network with layers of 4, 4 and 1 neurons (1:43:55).
     *
     * @throws IllegalArgumentException if there is no such drawing
     */
    public static Picture illustration(String name) {
        String description = switch (name == null ? "" : name) {
            case "neuron" -> "A neuron: the inputs x1, x2 and x3 come in, each times its weight; the cell body adds"
                    + " them up, and a bias b; the sum n goes through the activation function, and the output o goes"
                    + " out.";
            case "network" -> "A network: three inputs, two hidden layers of four neurons each, and one output; each"
                    + " neuron is joined to all of the layer before.";
            default -> throw new IllegalArgumentException("There is no illustration \"" + name
                    + "\"; there are neuron, network");
        };
        return Picture.of(name, description, Svg.file(Svg.parse(Jar.text(Illustration.class, name + ".svg"))));
    }
}
