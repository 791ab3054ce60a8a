package dev.sallyport.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.sallyport.domain.StoreUnavailableException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The line between the use cases and their stores. It notes the calls and how often somebody waits for one, can break at one of them,
 * and can let something happen in just the moment before or after one. Calls are named {@code UserStore.find}.
 */
public final class Wire {

    /** What is lost when the line breaks. */
    public enum Loss {
        /** The store never heard of it. */
        REQUEST,
        /** The store did it, and nobody knows. */
        ANSWER
    }

    private final List<Call> calls = new ArrayList<>();
    private final Waits waits = new Waits();
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();
    private final Map<String, Runnable> after = new ConcurrentHashMap<>();
    private volatile Break breaks = new Break(-1, "", Loss.REQUEST);

    /** The store at the other end of the line. */
    public <T> T to(Class<T> port, T store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> call(port.getSimpleName(), store, method, arguments)));
    }

    /** The calls that crossed the line meanwhile, in order. */
    public List<String> during(Runnable errand) {
        return noted(errand).stream().map(Call::name).toList();
    }

    /** The round trips meanwhile, each with the calls that went out together. Only for a house {@linkplain House#inStep() in step}. */
    public List<List<String>> tripsDuring(Runnable errand) {
        return noted(errand).stream()
                .collect(groupingBy(Call::trip, TreeMap::new, mapping(Call::name, toList())))
                .values()
                .stream()
                .toList();
    }

    /** Lets what is to run at once run in step, so that {@link #tripsDuring} can count. */
    ExecutorService inStep() {
        return waits.parting();
    }

    private List<Call> noted(Runnable errand) {
        forget();
        errand.run();
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** Breaks the line at one call from now: 1 is the next. */
    public void breakAtCall(int number, Loss loss) {
        forget();
        breaks = new Break(number, "", loss);
    }

    /** Breaks the line whenever this is called. */
    public void breakAt(String call) {
        breaks = new Break(-1, call, Loss.REQUEST);
    }

    public void mend() {
        breaks = new Break(-1, "", Loss.REQUEST);
    }

    /** Lets something happen once, just before the store hears this call. */
    public void justBefore(String call, Runnable event) {
        before.put(call, event);
    }

    /** Lets something happen once, after the store did this and before the caller knows. */
    public void justAfter(String call, Runnable event) {
        after.put(call, event);
    }

    private @Nullable Object call(String port, Object store, Method method, Object @Nullable [] arguments)
            throws Throwable {
        String call = port + "." + method.getName();
        Break present = breaks;
        boolean isBroken = present.concerns(count(call), call);
        happen(before.remove(call));
        if (isBroken && present.loss == Loss.REQUEST) {
            throw outage(port);
        }
        Object answer = answer(store, method, arguments);
        happen(after.remove(call));
        if (isBroken) {
            throw outage(port);
        }
        return answer;
    }

    private static @Nullable Object answer(Object store, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static void happen(@Nullable Runnable event) {
        if (event != null) {
            event.run();
        }
    }

    private static StoreUnavailableException outage(String port) {
        return new StoreUnavailableException(port, new IOException("The line broke"));
    }

    private int count(String call) {
        synchronized (calls) {
            calls.add(new Call(call, waits.next()));
            return calls.size();
        }
    }

    private void forget() {
        synchronized (calls) {
            calls.clear();
        }
    }

    private record Call(String name, int trip) {}

    private record Break(int number, String call, Loss loss) {

        boolean concerns(int itsNumber, String itsName) {
            return itsNumber == number || itsName.equals(call);
        }
    }
}
