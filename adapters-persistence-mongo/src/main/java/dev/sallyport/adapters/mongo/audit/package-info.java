/** Audit records and checkpoints in MongoDB. */
@NullMarked
package dev.sallyport.adapters.mongo.audit;

import org.jspecify.annotations.NullMarked;
