package dev.lockstile.benchmarks.side;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All races of one run on one machine. */
record Results(Machine machine, List<Race> races) {

    /** Writes {@code side-by-side.json} and {@code side-by-side.html} with its plots. */
    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.writeString(folder.resolve("side-by-side.json"), json.writeValueAsString(this) + "\n");
        Files.writeString(folder.resolve("side-by-side.html"), ResultsPage.of(this));
    }
}
