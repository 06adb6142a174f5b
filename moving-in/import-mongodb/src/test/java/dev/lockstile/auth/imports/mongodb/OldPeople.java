package dev.lockstile.auth.imports.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An old collection of people on a server in this process that speaks MongoDB's wire protocol. */
final class OldPeople implements AutoCloseable {

    static final String COLLECTION = "AuthApp_usermodel";

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final int port = server.bind().getPort();
    private final MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port);

    int port() {
        return port;
    }

    MongoDatabase database() {
        return database("old");
    }

    MongoDatabase database(String name) {
        return client.getDatabase(name);
    }

    MongoCollection<Document> people() {
        return database().getCollection(COLLECTION);
    }

    /** A user who signs in there. */
    void add(Object id, Object phone, Object... more) {
        Document person = new Document("_id", id)
                .append("username", "u" + id)
                .append("name", "Ana Luz")
                .append("phone_number", phone)
                .append("country_code", 1)
                .append("status_key", 1)
                .append("is_removed", false)
                .append("updated_time", new Date(1_420_172_005_000L));
        for (int i = 0; i < more.length; i += 2) {
            person.append((String) more[i], more[i + 1]);
        }
        people().insertOne(person);
    }

    @Nullable
    Document find(Object id) {
        return people().find(new Document("_id", id)).first();
    }

    /** The server is there no more. */
    void goAway() {
        server.shutdownNow();
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
