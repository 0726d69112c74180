package io.parvis.engagement.quiz.read.quizzes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.projection.VersionedView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A quiz; its content as the JSON document in which it was recorded, since it is read whole. */
@Entity
@Table(name = "quiz")
public class QuizView extends VersionedView {

    static final String DRAFT = "draft";
    static final String PUBLISHED = "published";
    static final String CLOSED = "closed";

    @Id
    String quizId;

    String brandId;
    String content;
    String state;
    long position;

    protected QuizView() {}

    QuizView(QuizDrafted event, String content, long position) {
        super(position);
        this.quizId = event.quizId().value();
        this.brandId = event.brandId().value();
        this.content = content;
        this.state = DRAFT;
        this.position = position;
    }

    public boolean isClosed() {
        return state.equals(CLOSED);
    }

    /** Key and advice included: whoever asks looks after who may see them. */
    public QuizContent toContent() {
        try {
            return EventJson.mapper().readValue(content, QuizContent.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The view of quiz " + quizId + " is broken", broken);
        }
    }
}
