package dev.lockstile.auth.imports.mongodb;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.lockstile.auth.cutover.migration.LegacyDirectory;
import dev.lockstile.auth.imports.source.NameTexts;
import dev.lockstile.auth.imports.source.PeopleLookup;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collections of an old system in MongoDB, for just-in-time migration. Give it a user that may only read. Names are
 * found in any letter case and numbers whatever stands between their digits, so each unknown name reads the indexes of
 * these fields whole: make one on each field that is searched, or the collection itself is read. Fields whose names
 * have capital letters are not searched. Needs {@code auth-cutover} on the class path. Safe for use by many threads.
 */
public final class MongoDirectory implements LegacyDirectory {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final MongoDatabase database;
    private final String description;
    private volatile List<String> collections = List.of();

    private MongoDirectory(MongoDatabase database, String description) {
        this.database = database;
        this.description = description;
    }

    /**
     * {@return a directory that gives up three seconds after a question, the choice of a server included}
     *
     * @param database the old database; its client stays the caller's to close
     * @param description what the database is, for messages: without passwords
     */
    public static MongoDirectory of(MongoDatabase database, String description) {
        return of(database, description, PATIENCE);
    }

    /**
     * {@return a directory with a limit of its own}
     *
     * @param database the old database; its client stays the caller's to close
     * @param description what the database is, for messages: without passwords
     * @param patience how long one reading may take
     */
    public static MongoDirectory of(MongoDatabase database, String description, Duration patience) {
        return new MongoDirectory(database.withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS), description);
    }

    @Override
    public Answer ask(Question question) {
        return new Answer(new Narrow(NameTexts.of(question.names()), question.key()), null);
    }

    /** They are asked for once, when the first question is answered. */
    private List<String> collections() {
        if (collections.isEmpty()) {
            collections = MongoTrouble.asked(description, () -> OldCollections.of(database));
        }
        return collections;
    }

    /** The documents that have one of the names, or the key. */
    private final class Narrow implements Source {

        private final NameTexts texts;
        private final @Nullable String key;

        Narrow(NameTexts texts, @Nullable String key) {
            this.texts = texts;
            this.key = key;
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public List<String> tables() {
            return collections();
        }

        @Override
        public List<String> columns(String table) {
            return List.of();
        }

        @Override
        public boolean isWhole() {
            return false;
        }

        @Override
        public long count(String table) {
            return -1;
        }

        @Override
        public List<SourceRow> page(SourceTable table, @Nullable Object after, int limit) {
            if (after != null) {
                return List.of();
            }
            return find(table, key == null ? MongoFilters.named(table.sought(), texts) : MongoFilters.key(key));
        }

        @Override
        public List<SourceRow> matching(SourceTable table, String column, Collection<Object> values) {
            return values.isEmpty() ? List.of() : find(table, Filters.in(column, values));
        }

        @Override
        public List<SourceRow> orphans(Source.Reference reference, @Nullable Object after, int limit) {
            return List.of();
        }

        @Override
        public void close() {
            // the client is the caller's
        }

        /** The documents that would be left out may be the person's own. */
        private List<SourceRow> find(SourceTable table, Bson filter) {
            List<SourceRow> found = MongoTrouble.asked(description, () -> {
                List<SourceRow> rows = new ArrayList<>();
                database.getCollection(table.name(), BsonDocument.class)
                        .find(filter)
                        .sort(Sorts.ascending(MongoFilters.KEY))
                        .limit(PeopleLookup.MOST + 1)
                        .forEach(document -> rows.add(PlainValues.row(document, MongoFilters.KEY)));
                return rows;
            });
            if (found.size() > PeopleLookup.MOST) {
                throw new PeopleLookup.TooLargeException(description + ", collection " + table.name() + ": more than "
                        + PeopleLookup.MOST + " documents have one of the names or keys that are looked for");
            }
            return found;
        }
    }
}
