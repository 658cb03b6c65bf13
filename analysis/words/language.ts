/** The languages everything is said in. */
export type Language = 'en' | 'zh'
export const LANGUAGES: readonly Language[] = ['en', 'zh']
