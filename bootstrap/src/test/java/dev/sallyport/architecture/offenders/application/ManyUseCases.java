package dev.sallyport.architecture.offenders.application;

/** Does two things, can be inherited, and lets anybody add an outcome. */
public class ManyUseCases {

    /** What came of it. */
    public interface Result {}

    public Result lend() {
        return new Result() {};
    }

    public Result bringBack() {
        return new Result() {};
    }
}
