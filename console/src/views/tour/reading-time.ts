/** How long a step stays when the tour plays by itself. */

const TO_LOOK_AROUND = 4000;
const EACH_LETTER = 45;

/** In milliseconds: for the sentences, and for what they are about. */
export const readingTime = (says: string): number => TO_LOOK_AROUND + EACH_LETTER * says.length;
