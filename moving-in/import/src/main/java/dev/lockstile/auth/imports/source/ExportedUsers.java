package dev.lockstile.auth.imports.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the users of a realm export one by one, in the order of the files. A file has one realm, or a list of them; the
 * members {@code id} and {@code realm} precede {@code users}. One user is in memory at a time.
 */
final class ExportedUsers implements AutoCloseable {

    /** Reads one user of a list. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Deque<Path> files;
    private final Map<String, String> ids = new HashMap<>();
    private @Nullable Path file;
    private @Nullable JsonParser parser;
    private @Nullable String realm;
    private @Nullable String realmId;
    private boolean inUsers;

    ExportedUsers(List<Path> files) {
        this.files = new ArrayDeque<>(files);
    }

    /**
     * A user of a realm.
     *
     * @param realm its name
     */
    record User(String realm, JsonNode json) {}

    /**
     * Returns the next user; null after the last one.
     *
     * @throws SourceUnusableException when a file is cut off, or not a realm export
     */
    @Nullable
    User next() {
        try {
            while (parser != null || open()) {
                User user = nextOfFile();
                if (user != null) {
                    return user;
                }
                close();
            }
            return null;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
            // without the cause, which quotes the file
            throw new SourceUnusableException(name() + place + ": not JSON, or cut off: export the realm anew");
        }
    }

    /**
     * Reads all files. Returns the ids of the realms that have users, by name; the name itself where no file has the
     * id.
     *
     * @param each receives each user
     */
    Map<String, String> realms(Consumer<User> each) {
        Set<String> names = new TreeSet<>();
        for (User user = next(); user != null; user = next()) {
            names.add(user.realm());
            each.accept(user);
        }
        Map<String, String> all = new TreeMap<>();
        names.forEach(name -> all.put(name, ids.getOrDefault(name, name)));
        return all;
    }

    private @Nullable User nextOfFile() {
        JsonParser in = Objects.requireNonNull(parser);
        while (true) {
            JsonToken token = in.nextToken();
            if (token == null) {
                return null;
            }
            if (inUsers) {
                if (token == JsonToken.END_ARRAY) {
                    inUsers = false;
                } else {
                    return new User(named(), JSON.readTree(in));
                }
            } else if (token == JsonToken.START_OBJECT) {
                realm = null;
                realmId = null;
            } else if (token == JsonToken.PROPERTY_NAME) {
                member(in);
            } else if (token != JsonToken.START_ARRAY
                    && token != JsonToken.END_ARRAY
                    && token != JsonToken.END_OBJECT) {
                throw new SourceUnusableException(name() + " is no realm export: it holds no object");
            }
        }
    }

    private void member(JsonParser in) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        if (name.equals("users") && value == JsonToken.START_ARRAY) {
            inUsers = true;
        } else if (name.equals("realm") && value == JsonToken.VALUE_STRING) {
            realm = in.getString();
        } else if (name.equals("id") && value == JsonToken.VALUE_STRING) {
            realmId = in.getString();
        } else {
            in.skipChildren();
        }
        if (realm != null && realmId != null) {
            ids.put(realm, realmId);
        }
    }

    private String named() {
        String found = realm;
        if (found == null) {
            throw new SourceUnusableException(name() + " is no realm export: no member realm stands before users");
        }
        return found;
    }

    private boolean open() {
        Path next = files.poll();
        if (next == null) {
            return false;
        }
        file = next;
        try {
            parser = JSON.createParser(FileSource.bytes(next));
            return true;
        } catch (IOException e) {
            throw new SourceUnusableException(name() + " cannot be opened: " + e.getMessage());
        }
    }

    private String name() {
        return file == null ? "the export" : file.getFileName().toString();
    }

    @Override
    public void close() {
        try (JsonParser closing = parser) {
            parser = null;
            inUsers = false;
            realm = null;
            realmId = null;
        }
    }
}
