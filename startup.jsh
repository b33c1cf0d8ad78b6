import playmore.engine.*;
import tech.tablesaw.api.*;
import static playmore.draw.DrawDot.drawDot;
import static playmore.engine.Value.sum;
import static playmore.explain.BreakIt.breakIt;
import static playmore.explain.Explain.explain;
import static playmore.explain.Walk.walk;
import static playmore.output.Output.chapter;
import static playmore.plot.Illustration.illustration;
import static playmore.plot.Plot.plot;
import static playmore.plot.Series.boundary;
import static playmore.plot.Series.line;
import static playmore.plot.Series.points;
import static playmore.table.Print.print;
import static playmore.table.Show.show;
{
    Locale.setDefault(Locale.ROOT);
    System.out.println("""
        Playmore: Value, MLP, drawDot, plot and show are at hand. Try this line:
          var a = new Value(2.0, "a"); var L = a.mul(a).add(1).label("L"); L.backward(); drawDot(L)""");
}
