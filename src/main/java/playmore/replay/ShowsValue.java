package playmore.replay;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Tells which expressions show their value below the cell: as the compiler reads them. */
final class ShowsValue {

    private static final String BEFORE = "class C { Object o =\n", AFTER = "\n; }";

    private ShowsValue() {}

    /** Whether an expression stands there for its value: no semicolon ends it, and it does not assign. */
    static boolean asked(String source) {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///C.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return BEFORE + source + AFTER;
            }
        };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, ClassPath.ALL, error -> { }, List.of("-proc:none"), null, List.of(file));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            VariableTree variable = (VariableTree) ((ClassTree) unit.getTypeDecls().get(0)).getMembers().get(0);
            long end = Trees.instance(task).getSourcePositions().getEndPosition(unit, variable);
            ExpressionTree expression = variable.getInitializer();
            return end > BEFORE.length() + source.length()
                    && !(expression instanceof AssignmentTree) && !(expression instanceof CompoundAssignmentTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
