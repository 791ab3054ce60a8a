package dev.sallyport.adapters.rest.json;

/**
 * Marks a record that is read from a request body by {@link StrictJsonReader}: member names are the component names in snake case;
 * components are {@code String}, {@code Boolean}, {@code Long}, {@code List<String>}, {@code JsonNode} for an object, or a {@code Change} of one of
 * these, and needed unless nullable or a change.
 */
public interface JsonBody {}
