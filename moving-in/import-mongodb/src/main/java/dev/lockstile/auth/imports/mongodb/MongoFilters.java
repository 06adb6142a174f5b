package dev.lockstile.auth.imports.mongodb;

import com.mongodb.client.model.Filters;
import dev.lockstile.auth.imports.source.NameColumns;
import dev.lockstile.auth.imports.source.NameTexts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonBinary;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** Finds documents by names and keys of whatever type. */
final class MongoFilters {

    static final String KEY = "_id";

    /** All but the digits of those scripts in which numbers are looked for. */
    private static final String BETWEEN = "[^0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]*";

    /** Bytes of an expression: MongoDB takes 16384 or 32764 by release, and compiles to 64 KiB at most. */
    private static final int LONGEST = 8000;

    private MongoFilters() {}

    /** Documents that have one of the texts in one of the fields; none where there is no text to look for. */
    static Bson named(NameColumns fields, NameTexts texts) {
        List<Bson> any = new ArrayList<>();
        Stream.concat(fields.names().stream(), fields.upperNames().stream())
                .forEach(field -> any.add(name(field, texts.names())));
        fields.numbers().forEach(field -> any.add(number(field, texts.numbers())));
        return any.isEmpty() ? Filters.in(KEY, List.of()) : Filters.or(any);
    }

    /** A number as text, with anything between its digits, or as a number. */
    static Bson number(String field, Collection<String> numbers) {
        List<String> digits = numbers.stream()
                .map(number -> number.replace("+", ""))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        List<String> forms = digits.stream()
                .map(number -> number.codePoints().mapToObj(Character::toString).collect(Collectors.joining(BETWEEN)))
                .toList();
        List<BsonValue> any = new ArrayList<>(anyOf(forms, BETWEEN, ""));
        digits.stream()
                .filter(number -> number.matches("[1-9][0-9]{0,17}"))
                .map(number -> new BsonInt64(Long.parseLong(number)))
                .forEach(any::add);
        return Filters.in(field, any);
    }

    /** A name in whatever letter case, without outer spaces. */
    static Bson name(String field, Collection<String> names) {
        return Filters.in(field, anyOf(names.stream().map(MongoFilters::literal).toList(), "\\s*", "i"));
    }

    /** As many expressions as it takes for each to be one that a server compiles. */
    private static List<BsonValue> anyOf(List<String> forms, String around, String options) {
        List<BsonValue> expressions = new ArrayList<>();
        List<String> some = new ArrayList<>();
        int length = 0;
        for (String form : forms) {
            int more = form.getBytes(StandardCharsets.UTF_8).length + 1;
            if (!some.isEmpty() && length + more > LONGEST) {
                expressions.add(oneOf(some, around, options));
                some.clear();
                length = 0;
            }
            some.add(form);
            length += more;
        }
        if (!some.isEmpty()) {
            expressions.add(oneOf(some, around, options));
        }
        return expressions;
    }

    private static BsonValue oneOf(List<String> forms, String around, String options) {
        String any = String.join("|", forms);
        return new BsonRegularExpression("^" + around + "(?:" + any + ")" + around + "$", options);
    }

    /** Every sign that is no letter and no digit may mean something in a regular expression. */
    private static String literal(String text) {
        return text.replaceAll("([\\x00-\\x7f&&[^A-Za-z0-9]])", "\\\\$1");
    }

    /** The document of a key as ledgers hold it: the type of the old key is not known there. */
    static Bson key(String text) {
        return Filters.in(KEY, keys(text));
    }

    private static List<BsonValue> keys(String text) {
        List<BsonValue> keys = new ArrayList<>(List.of(new BsonString(text)));
        if (ObjectId.isValid(text)) {
            keys.add(new BsonObjectId(new ObjectId(text)));
        }
        if (text.matches("0|-?[1-9][0-9]{0,17}")) {
            keys.add(new BsonInt64(Long.parseLong(text)));
        }
        if (text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            keys.add(new BsonBinary(UUID.fromString(text)));
        }
        return keys;
    }
}
