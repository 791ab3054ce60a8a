package dev.sallyport.testkit.backend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a test class runs on, by the name people know: {@code "PostgreSQL"}, {@code "H2"}, {@code "MongoDB + Redis"}. The table at the
 * end of {@code mvn verify} counts the class's tests, its nested classes' too, under it.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnBackend {
    String value();
}
