package io.parvis.gateway.api;

/** What is true of all operations, as the document begins. */
final class Introduction {

    static final String TEXT = """
            The back end with which an institution meets people on social networks.

            **Text.** Lengths are counted in Unicode code points. A text is one line, unless its field says that it takes \
            lines, with nothing blank at its ends and something to see in it; it is kept in Unicode NFC. Control and \
            noncharacters, what overrides or isolates the direction of writing, and more than 30 combining marks in a row \
            are refused. What is typed as a key (external ids, handles, e-mail addresses, codes) is kept as it is typed, \
            has nothing invisible in it, and is compared in NFC.

            **Times** are RFC 3339, with seconds and an offset in hours and minutes, in the years 1 to 9999 also in UTC; \
            what is finer than a microsecond is cut, and a leap second is not taken. **Durations** are ISO 8601: weeks, or \
            days (of 24 hours), hours, minutes and seconds; they are written with their days as days. **Integers** may be \
            written with a fraction of zero or an exponent. **Countries** are those of ISO 3166-1, **currencies** those of \
            ISO 4217 that are in use, **time zones** those of the IANA database by name.
            """;

    private Introduction() {}
}
