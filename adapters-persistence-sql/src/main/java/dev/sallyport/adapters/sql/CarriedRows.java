package dev.sallyport.adapters.sql;

import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Set;

/** The statements by which the rows of one table are carried to another database, and come from there. */
public interface CarriedRows<R> extends GenericRepository<R, String> {

    /** How many rows are read at once. */
    int PAGE = 500;

    void insert(R row);

    /** As one batch; if a unique constraint refuses one of them, some of the others may have been written. */
    void insertAll(List<R> rows);

    /** In ascending order of their keys, compared character by character. */
    List<R> findAfter(String key, int max);

    /** Those of the keys that are there. */
    Set<String> findKeys(List<String> keys);

    long count();
}
