package io.parvis.edge.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people or machines type to name one thing and no other; see {@link TextKind#KEY}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Schema(
        description = "Kept as it is typed and compared in Unicode NFC; nothing invisible, no blank but a space between"
                + " others.")
public @interface Key {}
