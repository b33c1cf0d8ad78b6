package playmore.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static playmore.lesson.Illustration.illustration;

import java.nio.file.Files;
import java.text.Normalizer;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import playmore.MakesFiles;
import playmore.output.Picture;

class IllustrationTest extends MakesFiles {

    @Test
    void theNeuronNamesItsParts() throws Exception {
        Picture neuron = illustration("neuron");
        assertEquals(List.of(neuron), published);
        assertEquals("01-neuron.svg", neuron.file().getFileName().toString());
        assertFalse(neuron.svg().contains("<tspan"), "LibreOffice puts the parts of a text in wrong places");
        String text = Normalizer.normalize(read(neuron).getDocumentElement().getTextContent(), Normalizer.Form.NFKC);
        for (String part : List.of("x1", "w1", "w1x1", "n = ∑ wixi + b", "o = tanh(∑ wixi + b)", "activation function")) {
            assertTrue(text.contains(part), part);
        }
    }

    @Test
    void theNetworkHasALineForEachWeightAndACircleForEachNeuron() throws Exception {
        Document network = read(illustration("network"));
        int arrow = 1;
        int inputs = 3;
        assertEquals(3 * 4 + 4 * 4 + 4 + arrow, network.getElementsByTagName("line").getLength());
        assertEquals(inputs + 4 + 4 + 1, network.getElementsByTagName("circle").getLength());
    }

    @Test
    void anUnknownNameIsAnErrorThatListsTheKnown() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> illustration("brain"));
        assertThrows(IllegalArgumentException.class, () -> illustration(null));
        assertTrue(e.getMessage().contains("\"brain\"") && e.getMessage().contains("neuron, network"), e.getMessage());
    }

    /** From the disk. */
    private static Document read(Picture picture) throws Exception {
        try (var svg = Files.newInputStream(picture.file())) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg);
        }
    }
}
