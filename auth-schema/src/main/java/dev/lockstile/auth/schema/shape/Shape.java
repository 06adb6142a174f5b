package dev.lockstile.auth.schema.shape;

import java.util.SortedMap;
import java.util.TreeMap;

/** The tables and sequences of a database, or those that the entities want, by name. */
public record Shape(SortedMap<String, TableShape> tables, SortedMap<String, SequenceShape> sequences) {

    public Shape {
        tables = new TreeMap<>(tables);
        sequences = new TreeMap<>(sequences);
    }
}
