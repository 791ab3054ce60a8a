/**
 * What every use case shares: how input can be wrong, and what goes out together.
 *
 * <p>What a use case costs is counted in round trips. One is one wait for a store; calls that do not depend on one another go out
 * {@linkplain dev.sallyport.application.Together together} and wait once.
 */
@NullMarked
package dev.sallyport.application;

import org.jspecify.annotations.NullMarked;
