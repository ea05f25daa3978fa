export * from '../edits/section-templates.ts';
