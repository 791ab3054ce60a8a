/** Lists a page at a time: what was asked for, and where the next page begins. */
@NullMarked
package dev.sallyport.adapters.rest.paging;

import org.jspecify.annotations.NullMarked;
