/** A crooked house: each class breaks a rule. Micronaut sees the beans among them, but the property that would wake them is never set. */
@Configuration
@Requires(property = "sallyport.architecture.offenders")
@NullMarked
package dev.sallyport.architecture.offenders;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
