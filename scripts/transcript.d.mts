export function playTranscript(text: string): Promise<string>;
