package dev.sallyport.testkit.backend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a test class runs on, under which the table at the end of {@code mvn verify} counts its tests, its nested classes' too:
 * {@code memory}, {@code H2}, {@code SQLite}, {@code PostgreSQL}, {@code MariaDB}, {@code MySQL}, {@code MongoDB}, {@code Redis} or
 * {@code Redis Cluster}, or several, such as {@code "PostgreSQL + Redis"}. Another name fails the class. Where the
 * {@linkplain TestServer#isAvailable server cannot be had}, the class is disabled, and the table says so.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(WhereAvailable.class)
public @interface OnBackend {
    String value();
}
