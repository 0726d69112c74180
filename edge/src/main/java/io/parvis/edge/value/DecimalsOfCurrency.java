package io.parvis.edge.value;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An amount has no more decimals than its currency: none in JPY, two in EUR, three in KWD. */
@Constraint(validatedBy = DecimalsOfCurrency.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DecimalsOfCurrency {

    String message() default "must not have more decimals than its currency";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is missing or no currency is for others to refuse. */
    final class Validator implements ConstraintValidator<DecimalsOfCurrency, Amount> {

        @Override
        public boolean isValid(@Nullable Amount money, ConstraintValidatorContext context) {
            if (money == null || fits(money)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("amount")
                    .addConstraintViolation();
            return false;
        }

        private static boolean fits(Amount money) {
            var amount = money.amount();
            var currency = money.currency();
            return amount == null
                    || currency == null
                    || !Currencies.has(currency)
                    || amount.stripTrailingZeros().scale() <= Currencies.decimals(currency);
        }
    }
}
