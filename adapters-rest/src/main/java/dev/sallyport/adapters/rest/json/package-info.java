/** Reading JSON strictly: what we do not know, we refuse. */
@NullMarked
package dev.sallyport.adapters.rest.json;

import org.jspecify.annotations.NullMarked;
