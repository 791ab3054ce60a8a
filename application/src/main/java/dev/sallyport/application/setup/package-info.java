/** How a service comes to its first Super Admin. */
@NullMarked
package dev.sallyport.application.setup;

import org.jspecify.annotations.NullMarked;
