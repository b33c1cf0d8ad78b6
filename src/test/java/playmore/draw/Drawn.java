package playmore.draw;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * What an SVG shows, wherever it shows it.
 *
 * @param nodes the class and the texts of each node, by its id
 * @param edges from where to where, sorted
 */
record Drawn(Map<String, List<String>> nodes, List<String> edges) {

    /** Fails if {@code svg} is not well formed. */
    static Drawn of(String svg) throws Exception {
        Map<String, List<String>> nodes = new TreeMap<>();
        List<String> edges = new ArrayList<>();
        NodeList groups = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg))).getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element g = (Element) groups.item(i);
            String kind = g.getAttribute("class");
            if (kind.equals("edge")) {
                edges.add(texts(g, "title").get(0).replaceAll(":[we]", ""));
            } else if (kind.startsWith("node")) {
                List<String> shown = new ArrayList<>(List.of(kind.substring("node ".length())));
                shown.addAll(texts(g, "text"));
                nodes.put(g.getAttribute("id"), shown);
            }
        }
        edges.sort(null);
        return new Drawn(nodes, edges);
    }

    private static List<String> texts(Element g, String name) {
        List<String> texts = new ArrayList<>();
        NodeList found = g.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().strip());
        }
        return texts;
    }
}
