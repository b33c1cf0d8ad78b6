package playmore.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tech.tablesaw.aggregate.AggregateFunctions.mean;

import java.io.File;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import playmore.Jdk;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a learner may do with a table works with the jars of the kit alone: not all that Tablesaw asks for is among them. */
class TablesawTest {

    /** Runs in a process that has the kit's jars on its class path, and no others. */
    static final class Learner {

        public static void main(String[] none) {
            Table loss = Table.create("loss", StringColumn.create("net", "a", "b", "c", "a"),
                    DoubleColumn.create("loss", 1, 2, Double.NaN, 4), IntColumn.create("step", 1, 2, 3, 4));
            Table size = Table.create("size", StringColumn.create("net", "a", "c", "d"), DoubleColumn.create("size", 10, 20, 30));
            print("inner join", loss.joinOn("net").inner(size).column("size").asList());
            print("full outer join", loss.joinOn("net").fullOuter(size).stringColumn("net").asList());
            print("means", loss.summarize("loss", mean).by("net").sortOn("net").column(1).asList());
            print("pivot", loss.pivot("net", "step", "loss", mean).columnNames());
            print("counts", loss.xTabCounts("net", "step").stringColumn(0).asList());
            print("melt", loss.melt(List.of("net"), List.of(loss.numberColumn("loss")), false).columnNames());
            print("where", loss.where(loss.numberColumn("loss").isGreaterThan(1).and(loss.stringColumn("net").isEqualTo("a")))
                    .column("step").asList());
            print("sorted", loss.dropRowsWithMissingValues().sortDescendingOn("loss").column("loss").asList());
            print("summary", loss.summary().rowCount() > 0 && loss.structure().rowCount() == 3);
            print("rolling", loss.doubleColumn("loss").removeMissing().rolling(2).mean().asList());
            print("read", Table.read().csv("day,loss\n2026-01-31,0.5\n", "read").column("day").type());
            StringWriter csv = new StringWriter();
            loss.write().csv(csv);
            print("written", csv.toString().lines().toList());
        }

        private static void print(String what, Object result) {
            System.out.println(what + ": " + result);
        }
    }

    @Test
    void worksWithTheJarsOfTheKitAlone() throws Exception {
        String classPath = Path.of("target/test-classes") + File.pathSeparator + Path.of("target/lib") + File.separator + "*";
        Process process = new ProcessBuilder(Jdk.HERE.java("-cp", classPath, Learner.class.getName())).redirectErrorStream(true).start();
        assertEquals("""
                inner join: [10.0, 10.0, 20.0]
                full outer join: [a, a, b, c, d]
                means: [2.5, 2.0, null]
                pivot: [net, 1, 2, 3, 4]
                counts: [a, b, c, Total]
                melt: [net, variable, value]
                where: [4]
                sorted: [4.0, 2.0, 1.0]
                summary: true
                rolling: [null, 1.5, 3.0]
                read: LOCAL_DATE
                written: [net,loss,step, a,1.0,1, b,2.0,2, c,,3, a,4.0,4]
                """, new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
