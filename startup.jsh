import playmore.engine.*;
import playmore.motion.Film;
import playmore.tape.*;
import tech.tablesaw.api.*;
import static playmore.draw.DrawDot.drawDot;
import static playmore.engine.Value.sum;
import static playmore.explain.Explain.explain;
import static playmore.lesson.Illustration.illustration;
import static playmore.motion.BreakIt.breakIt;
import static playmore.motion.Film.film;
import static playmore.motion.Live.live;
import static playmore.motion.Playground.playground;
import static playmore.motion.Tangent.tangent;
import static playmore.motion.Walk.walk;
import static playmore.output.Output.chapter;
import static playmore.plot.Plot.plot;
import static playmore.plot.Series.*;
import static playmore.table.Print.print;
import static playmore.table.Show.show;
System.out.println("""
        Playmore: var a = new Value(2, "a"); var L = a.mul(a).label("L"); L.backward()
        Then drawDot(L), explain(L, a), walk(L). Tab helps. For the lecture, start play.""");
