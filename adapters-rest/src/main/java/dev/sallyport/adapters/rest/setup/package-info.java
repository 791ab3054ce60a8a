/** Making the first Super Admin, over HTTP. */
@NullMarked
package dev.sallyport.adapters.rest.setup;

import org.jspecify.annotations.NullMarked;
