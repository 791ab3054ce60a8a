package dev.sallyport.docs;

/** A method on a path, which may have parameters in braces. */
public record Operation(String method, String path) {

    /** Whether a request for this path would come here. */
    boolean takes(String requestMethod, String requestPath) {
        return method.equals(requestMethod) && requestPath.matches(path.replaceAll("\\{\\w+}", "[^/]+"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
