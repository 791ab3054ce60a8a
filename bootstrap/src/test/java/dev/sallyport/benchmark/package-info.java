/** What is measured by hand and never asserted; {@code benchmarks/} has the scripts that run it. */
@NullMarked
package dev.sallyport.benchmark;

import org.jspecify.annotations.NullMarked;
