package dev.sallyport.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a contract over a wrong store with the tests that must fail on it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Breaks {

    String[] value();

    /** Whether every other test must pass. */
    boolean nothingElse() default false;
}
