package dev.lockstile.auth.imports.mongodb;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;

/** The collections of an old database. */
final class OldCollections {

    /** That of the write-back, which is none of the old system's: a database of one collection stays one. */
    static final String WRITE_BACK = "lockstile_write_back";

    private OldCollections() {}

    static List<String> of(MongoDatabase database) {
        List<String> names = database.listCollectionNames().into(new ArrayList<>());
        names.remove(WRITE_BACK);
        return List.copyOf(names);
    }
}
