package dev.lockstile.auth.imports.mongodb;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.mongodb.client.model.Filters;
import dev.lockstile.auth.cutover.writeback.UserState;
import dev.lockstile.auth.imports.source.NameTexts;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The fields of the collection of people who sign in by codes to their phones, as the old application reads them. */
final class PhoneOtpFields {

    static final String PHONE = "phone_number";
    static final String EMAIL = "email";
    static final String REMOVED = "is_removed";
    static final String MODIFIED = "updated_time";

    private static final String USERNAME = "username";
    private static final String NAME = "name";
    private static final String COUNTRY = "country_code";
    private static final String STATUS = "status_key";

    /** What a state is written over: a document in which one of these is another one meanwhile is read again. */
    private static final List<String> WATCHED =
            List.of(USERNAME, NAME, EMAIL, PHONE, COUNTRY, STATUS, REMOVED, MODIFIED);

    private static final Set<String> YES = Set.of("true", "1", "yes");

    private PhoneOtpFields() {}

    /** The document as it was read. */
    static Bson asRead(BsonDocument there) {
        List<Bson> all = new ArrayList<>(List.of(Filters.eq(MongoFilters.KEY, there.get(MongoFilters.KEY))));
        for (String field : WATCHED) {
            BsonValue value = there.get(field);
            if (value == null) {
                all.add(Filters.exists(field, false));
            } else {
                all.add(value.isNull() ? Filters.type(field, BsonType.NULL) : Filters.eq(field, value));
            }
        }
        return Filters.and(all);
    }

    /** Later than the time of change that is there, so that the document is never again as another sender read it. */
    static BsonDateTime after(Instant changedAt, BsonDocument there) {
        long before = there.isDateTime(MODIFIED) ? there.getDateTime(MODIFIED).getValue() : Long.MIN_VALUE;
        return new BsonDateTime(Math.max(changedAt.toEpochMilli(), before + 1));
    }

    /** True for a document that says in some way that it is removed. */
    static boolean isRemoved(BsonDocument there) {
        BsonValue removed = there.get(REMOVED);
        if (removed == null) {
            return false;
        }
        return switch (removed.getBsonType()) {
            case BOOLEAN -> removed.asBoolean().getValue();
            case INT32, INT64, DOUBLE -> removed.asNumber().doubleValue() != 0;
            case STRING -> YES.contains(removed.asString().getValue().strip().toLowerCase(Locale.ROOT));
            default -> false;
        };
    }

    /** What a change writes. What is not known here, such as an address that is only claimed, is left as it is. */
    static BsonDocument changed(UserState person, BsonDocument there) {
        BsonDocument values = new BsonDocument();
        if (person.changes().contains(UserState.Change.IDENTITY) && !person.isDeleted()) {
            names(person, there, values);
            phone(person.owned(IdentifierKind.PHONE), there, values);
        }
        if (person.changes().contains(UserState.Change.STATUS) || person.isDeleted()) {
            values.put(STATUS, new BsonInt32(person.isClosed() ? 0 : 1));
            if (person.isDeleted() || !person.isClosed()) {
                values.put(REMOVED, BsonBoolean.valueOf(person.isDeleted()));
            }
        }
        return values;
    }

    /** A new document. */
    static BsonDocument fresh(UserState person) {
        BsonDocument document = new BsonDocument();
        names(person, document, document);
        phone(person.owned(IdentifierKind.PHONE), new BsonDocument(), document);
        BsonDateTime now = new BsonDateTime(person.changedAt().toEpochMilli());
        return document.append(STATUS, new BsonInt32(1))
                .append(REMOVED, BsonBoolean.FALSE)
                .append("created_time", now)
                .append(MODIFIED, now);
    }

    private static void names(UserState person, BsonDocument there, BsonDocument values) {
        put(values, there, USERNAME, person.owned(IdentifierKind.USERNAME));
        put(values, there, EMAIL, person.owned(IdentifierKind.EMAIL));
        put(values, there, NAME, person.person().fullName());
    }

    /** A spelling that differs in letter case or blanks alone stays. */
    private static void put(BsonDocument values, BsonDocument there, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        BsonValue old = there.get(field);
        boolean same = old != null
                && old.isString()
                && old.asString().getValue().strip().replaceAll("\\s+", " ").equalsIgnoreCase(value);
        if (!same) {
            values.put(field, new BsonString(value));
        }
    }

    /** The number without the code of its country, each in the type that it has there. */
    private static void phone(@Nullable String e164, BsonDocument there, BsonDocument values) {
        if (e164 == null || hasNumber(there, e164)) {
            return;
        }
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = plans.parse(e164, null);
            String national = plans.getNationalSignificantNumber(number);
            BsonValue old = there.get(PHONE);
            values.put(
                    PHONE,
                    old != null && old.isNumber() && !national.startsWith("0")
                            ? new BsonInt64(Long.parseLong(national))
                            : new BsonString(national));
            BsonValue code = there.get(COUNTRY);
            values.put(
                    COUNTRY,
                    code != null && code.isString()
                            ? new BsonString(String.valueOf(number.getCountryCode()))
                            : new BsonInt32(number.getCountryCode()));
        } catch (NumberParseException e) {
            values.put(PHONE, new BsonString(e164)); // a number of no plan, which stands for itself
        }
    }

    /** True when the document has the number, in whatever spelling. */
    static boolean hasNumber(BsonDocument there, String e164) {
        String bare = digits(there.get(PHONE));
        String code = digits(there.get(COUNTRY));
        return !bare.isEmpty()
                && e164.startsWith(code, 1)
                && NameTexts.of(List.of(new Identifier(IdentifierKind.PHONE, e164, e164))).numbers().stream()
                        .map(text -> text.replace("+", ""))
                        .anyMatch(bare::equals);
    }

    private static String digits(@Nullable BsonValue value) {
        String text;
        if (value == null) {
            text = "";
        } else if (value.isString()) {
            text = value.asString().getValue();
        } else {
            text = value.isNumber() ? String.valueOf(value.asNumber().longValue()) : "";
        }
        return text.codePoints()
                .map(sign -> Character.digit(sign, 10))
                .filter(digit -> digit >= 0)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining());
    }
}
