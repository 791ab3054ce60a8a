package dev.sallyport.architecture.offenders.domain;

import java.nio.file.Path;

/** Part of the model, and knows of files. */
public record PaperBook(Path file) {}
