/** Writing facts down. */
@NullMarked
package dev.sallyport.application.audit;

import org.jspecify.annotations.NullMarked;
