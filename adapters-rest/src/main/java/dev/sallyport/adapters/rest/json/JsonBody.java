package dev.sallyport.adapters.rest.json;

/**
 * Marks a record that is read from a request body by {@link StrictJsonReader}: member names are the component names in snake case;
 * components are {@code String} or {@code Change} of {@code String} or {@code JsonNode}, and needed unless nullable or a change.
 */
public interface JsonBody {}
