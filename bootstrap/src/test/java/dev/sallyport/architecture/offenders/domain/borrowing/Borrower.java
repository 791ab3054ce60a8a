package dev.sallyport.architecture.offenders.domain.borrowing;

import dev.sallyport.architecture.offenders.domain.lending.Lender;

/** Knows the other, which knows it. */
public record Borrower(Lender other) {}
