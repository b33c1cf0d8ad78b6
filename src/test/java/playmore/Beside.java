package playmore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Of tests that only start other processes and look at them: one after the other, beside those that want this process to themselves.
 * Without the lock the tests of one class, too, would run at the same time.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("beside")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Beside {}
