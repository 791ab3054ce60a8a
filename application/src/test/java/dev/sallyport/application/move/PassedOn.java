package dev.sallyport.application.move;

import dev.sallyport.domain.Holdings;
import java.util.List;
import java.util.stream.Stream;

/** Holdings as others keep them; a test changes what it needs. */
class PassedOn<T> implements Holdings<T> {

    private final Holdings<T> holdings;

    PassedOn(Holdings<T> holdings) {
        this.holdings = holdings;
    }

    @Override
    public String idOf(T one) {
        return holdings.idOf(one);
    }

    @Override
    public Stream<T> after(String after) {
        return holdings.after(after);
    }

    @Override
    public void restore(List<T> records) {
        holdings.restore(records);
    }

    @Override
    public long count() {
        return holdings.count();
    }
}
