package io.parvis.engagement.quiz.read.attempts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.parvis.engagement.quiz.AttemptSheet;
import io.parvis.engagement.quiz.GivenAnswer;
import io.parvis.engagement.quiz.QuizTags;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.projection.VersionedView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An attempt, with its beginning and its end as the JSON documents in which they were recorded. */
@Entity
@Table(name = "attempt")
class AttemptView extends VersionedView {

    static final String BYTES = "octet_length(started) + octet_length(answers) + coalesce(octet_length(finished), 0)";

    private static final TypeReference<Map<String, GivenAnswer>> ANSWERS = new TypeReference<>() {};

    @Id
    String attemptId;

    String quizId;
    String fanAtQuiz;
    int ordinal;
    String state;

    @Nullable
    BigDecimal score;

    String started;
    String answers;

    @Nullable
    String finished;

    long position;

    protected AttemptView() {}

    AttemptView(AttemptStarted event, long position) {
        super(position);
        this.attemptId = event.attemptId().value();
        this.quizId = event.quizId().value();
        this.fanAtQuiz = QuizTags.attemptsValue(event.quizId(), event.fanId());
        this.ordinal = event.ordinal();
        this.state = AttemptSheet.IN_PROGRESS;
        this.started = json(event);
        this.answers = json(Map.of());
        this.position = position;
    }

    void finish(AttemptFinished event) {
        state = AttemptSheet.FINISHED;
        score = event.score();
        finished = json(event);
    }

    AttemptStarted beginning() {
        return read(started, AttemptStarted.class);
    }

    /** Absent while it is under way. */
    @Nullable
    AttemptFinished end() {
        return finished == null ? null : read(finished, AttemptFinished.class);
    }

    Map<String, GivenAnswer> answersSoFar() {
        try {
            return EventJson.mapper().readValue(answers, ANSWERS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The view of attempt " + attemptId + " is broken", broken);
        }
    }

    void answers(Map<String, GivenAnswer> now) {
        answers = json(now);
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The view of attempt " + attemptId + " is broken", broken);
        }
    }

    private static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
